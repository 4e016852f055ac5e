using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Mutants;

/// <summary>A gclass whose table gets faults, with the project that it is in.</summary>
internal sealed class Subject
{
    /// <summary>Our libraries, each with those that it refers to before it.</summary>
    private static readonly string[] Libraries = ["FsmKit", "FsmKit.Net", "FsmKit.Http"];

    private Subject(string gclass, CSharpCompilation project, AnalyzerOptions options)
    {
        GClass = gclass;
        Project = project;
        Options = options;
        Generator = GeneratorRun.Driver(trackSteps: false).RunGenerators(project);
        Table = project.SyntaxTrees.Single(tree => Declaration(tree.GetRoot(), gclass) is not null);
    }

    public string GClass { get; }

    public CSharpCompilation Project { get; }

    /// <summary>Options of the analyzers: the reviewed tables.</summary>
    public AnalyzerOptions Options { get; }

    /// <summary>The generator, which has seen the unharmed project.</summary>
    public GeneratorDriver Generator { get; }

    /// <summary>The file with the table.</summary>
    public SyntaxTree Table { get; }

    /// <summary>Reads gclasses of a project in this repository.</summary>
    public static IEnumerable<Subject> Of(string folder, params string[] gclasses)
    {
        var project = Compile(folder);
        var tables = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.table.md", SearchOption.AllDirectories).Select(static file => (AdditionalText)new ReviewedFile(file));
        var options = new AnalyzerOptions([.. tables]);
        return gclasses.Select(gclass => new Subject(gclass, project, options));
    }

    /// <summary>Whether a part of the gclass is in a file, written by hand or by the generator.</summary>
    public bool Declares(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Any(declaration => declaration.Identifier.ValueText == GClass);

    /// <summary>The part of a gclass that says <c>[GClass]</c>.</summary>
    public static ClassDeclarationSyntax? Declaration(SyntaxNode root, string gclass) => root.DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(declaration =>
        declaration.Identifier.ValueText == gclass && declaration.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString() == "GClass"));

    private static CSharpCompilation Compile(string folder)
    {
        var name = Path.GetFileName(folder);
        var file = new ProjectFile(folder);
        var trees = file.Files.Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions, path))
            .Append(CSharpSyntaxTree.ParseText(Usings(name, file), TestCompilation.ParseOptions, "Usings.cs"));
        var isProgram = folder.StartsWith("docs/", StringComparison.Ordinal);
        var below = isProgram ? Libraries : Libraries.TakeWhile(library => library != name);
        return CSharpCompilation.Create(
            name, trees,
            [.. Framework(), .. below.Select(static library => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, library + ".dll")))],
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    private sealed class ReviewedFile(string path) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(File.ReadAllText(path));

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private static string Usings(string name, ProjectFile file) =>
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;"
        + string.Concat(file.Usings.Select(static one => $" global using {one};"))
        + $" [assembly: System.Reflection.AssemblyTitle(\"{name}\")]";

    private static IEnumerable<MetadataReference> Framework() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => !Path.GetFileName(path).StartsWith("FsmKit", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .Select(static path => MetadataReference.CreateFromFile(path));
}
