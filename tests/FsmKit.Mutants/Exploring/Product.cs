using System.Reflection;
using System.Text.RegularExpressions;
using FsmKit.Generators;
using FsmKit.RoslynTesting;
using FsmKit.TestShared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Mutants.Exploring;

/// <summary>Compiles the library of a gclass into a file that takes the place of the built one.</summary>
internal sealed partial class Product
{
    private readonly Subject _subject;
    private readonly CSharpCompilation _project;
    private readonly GeneratorDriver _driver;

    public Product(Subject subject)
    {
        _subject = subject;
        var folder = System.IO.Path.GetDirectoryName(Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryRoot.Path, "src"), Name + ".csproj", SearchOption.AllDirectories).Single())!;
        var friends = Friend().Matches(File.ReadAllText(System.IO.Path.Combine(folder, Name + ".csproj"))).Select(static friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend.Groups[1].Value}\")]");
        var version = typeof(GObj).Assembly.GetName().Version;
        var identity = CSharpSyntaxTree.ParseText($"{string.Join("\n", friends)}[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", TestCompilation.ParseOptions, "Identity.cs");
        _project = subject.Project.AddSyntaxTrees(identity).WithOptions(subject.Project.Options.WithOptimizationLevel(OptimizationLevel.Release));
        _driver = CSharpGeneratorDriver.Create([new GClassGenerator().AsSourceGenerator(), .. OfTheFramework()], parseOptions: TestCompilation.ParseOptions).RunGenerators(_project);
    }

    /// <summary>The name of the library.</summary>
    public string Name => _subject.Project.AssemblyName!;

    /// <summary>Compiles it as it is, or with a fault; null where that does not compile.</summary>
    public byte[]? Compile(Mutant? mutant) => mutant is null ? Compile(_project)
        : Compile(_subject.Table, CSharpSyntaxTree.ParseText(mutant.Root.ToFullString(), TestCompilation.ParseOptions, _subject.Table.FilePath));

    /// <summary>Compiles it with another text of a file; null where that does not compile.</summary>
    public byte[]? Compile(SyntaxTree file, SyntaxTree other) => Compile(_project.ReplaceSyntaxTree(file, other));

    private byte[]? Compile(CSharpCompilation project)
    {
        _driver.RunGeneratorsAndUpdateCompilation(project, out var output, out var said);
        using var library = new MemoryStream();
        var emitted = output.Emit(library);
        var errors = said.Concat(emitted.Diagnostics).Where(static one => one.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? library.ToArray() : project == _project ? throw new InvalidOperationException(string.Join("\n", errors.Take(20))) : null;
    }

    /// <summary>The generators of .NET and of logging, which the libraries use.</summary>
    private static IEnumerable<ISourceGenerator> OfTheFramework()
    {
        var logging = typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static one => one.Key == "LoggingGenerators").Value!;
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs/Microsoft.NETCore.App.Ref"));
        var pack = Directory.EnumerateDirectories(root, $"{Environment.Version.Major}.*").Last();
        return Directory.EnumerateFiles(System.IO.Path.Combine(pack, "analyzers/dotnet/cs"), "*.dll").Concat(Directory.EnumerateFiles(logging, "*.dll"))
            .Select(Assembly.LoadFrom).SelectMany(static assembly => assembly.GetTypes()).Where(static type => type.IsDefined(typeof(GeneratorAttribute)) && !type.IsAbstract)
            .Select(static type => Activator.CreateInstance(type) is IIncrementalGenerator incremental ? incremental.AsSourceGenerator() : (ISourceGenerator)Activator.CreateInstance(type)!);
    }

    [GeneratedRegex("InternalsVisibleTo Include=\"([^\"]+)\"")]
    private static partial Regex Friend();
}
