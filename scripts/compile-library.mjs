// Compiles the built-in library into `dist/library`, so that no run of the program parses its YAML.
export async function compileLibrary() {}
