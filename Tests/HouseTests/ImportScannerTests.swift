import Testing

/// The scanner that the table of imports is held to.
struct ImportScannerTests {
    @Test(arguments: [
        ("import Model", ["Model"]), ("package import Model\nprivate import Access\n", ["Model", "Access"]),
        ("#if os(Linux)\n    import Glibc\n\timport Model\n#endif", ["Glibc", "Model"]),
        ("import Model\r\nimport Access\r\n", ["Model", "Access"]),
        ("@testable import Generator", ["Generator"]), ("@preconcurrency public import Model", ["Model"]),
        ("@_spi(Testing) import Access", ["Access"]), ("@_spi(Testing)import Access", ["Access"]),
        ("@_implementationOnly  import\tAccess", ["Access"]), ("@_exported @_spi(A) @_spi(B) public import Access", ["Access"]),
        ("@_spiOnly\nimport Access", ["Access"]), ("import Model; import Access;import Theme", ["Model", "Access", "Theme"]),
        ("let a = 1; @testable import Access", ["Access"]), ("import struct Model.Day", ["Model"]), ("import func Glibc.getpid", ["Glibc"]),
        ("import Crypto.Insecure // and why", ["Crypto"]), ("import `Model`", ["Model"]),
        ("// import Model\n/// import Model\nlet important = 1\nimportModel()\nlet text = \"import Model\"", []),
    ]) func finds(_ source: String, _ modules: [String]) {
        #expect(ImportScanner(source).modules == modules)
    }
}
