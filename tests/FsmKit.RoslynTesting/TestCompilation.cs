using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.RoslynTesting;

/// <summary>Compilations of source text against the running .NET and FsmKit.</summary>
public static class TestCompilation
{
    /// <summary>Options for parsing: those of a project with C# 14.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    /// <summary>The running framework and the FsmKit runtime.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => IsFramework(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(GObj).Assembly.Location),
    ];

    /// <summary>Beginning of every source, as implicit usings would have it.</summary>
    public const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using FsmKit;";

    /// <summary>A library of these files.</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Snippet",
        sources.Prepend(Usings).Select(static (text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{index}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsFramework(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file is "mscorlib.dll" or "netstandard.dll" or "Microsoft.Extensions.Logging.Abstractions.dll";
}
