/** Makes a clone ready to run: installs the packages that are missing and builds what changed. */
export declare function prepare(): void;
