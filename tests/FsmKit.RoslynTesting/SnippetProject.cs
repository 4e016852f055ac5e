using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.RoslynTesting;

/// <summary>A project with FsmKit and its generator, as an editor holds one.</summary>
public static class SnippetProject
{
    /// <summary>Opens a project with files named Test0.cs and so on.</summary>
    /// <param name="workspace">Workspace of the project; an editor asks its services.</param>
    /// <param name="sources">The files, the usings not among them.</param>
    public static Project Open(AdhocWorkspace workspace, IEnumerable<string> sources)
    {
        var project = workspace.AddProject("Snippet", LanguageNames.CSharp).WithParseOptions(TestCompilation.ParseOptions).WithCompilationOptions(HarnessSetup.Compilation)
            .WithMetadataReferences(TestCompilation.References).AddAnalyzerReference(new GeneratorReference());
        return sources.Append(TestCompilation.Usings).Select(static (text, number) => (text, number))
            .Aggregate(project, static (into, file) => into.AddDocument($"Test{file.number}.cs", SourceText.From(file.text), filePath: $"/0/Test{file.number}.cs").Project);
    }
}
