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

    /// <summary>Compilation of the usings alone. Those made from it share its bound references, which take longer to bind than a snippet.</summary>
    private static readonly CSharpCompilation Bare = Bound(CSharpCompilation.Create(
        "Snippet",
        [Parse(Usings, 0)],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>A library of these files.</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) => Bare.Add(sources);

    /// <summary>The compilation with these files added, which are named File1.cs and so on by their place in it.</summary>
    public static CSharpCompilation Add(this CSharpCompilation compilation, params IEnumerable<string> sources)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        var before = compilation.SyntaxTrees.Length;
        return compilation.AddSyntaxTrees([.. sources.Select((text, index) => Parse(text, before + index))]);
    }

    /// <summary>The compilation with its references bound: all that are made from it, with the same references, share them.</summary>
    public static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        _ = compilation.Assembly;
        return compilation;
    }

    private static SyntaxTree Parse(string text, int index) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{index}.cs");

    private static bool IsFramework(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file is "mscorlib.dll" or "netstandard.dll" or "Microsoft.Extensions.Logging.Abstractions.dll";
}
