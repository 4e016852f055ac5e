using System.Collections.Immutable;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.RoslynTesting;

/// <summary>Brings the generator into a project of a workspace, which then runs it as an editor does: fixes see generated documents, too.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    // The workspace keys generated files by the instance.
    private readonly ImmutableArray<ISourceGenerator> _generators = [new GClassGenerator().AsSourceGenerator()];

    public override string FullPath => "FsmKit.Generators";

    public override object Id => FullPath;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
