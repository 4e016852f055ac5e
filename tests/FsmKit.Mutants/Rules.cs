using FsmKit.Analyzers;
using FsmKit.Analyzers.Bodies;
using FsmKit.Analyzers.Reviewing;
using FsmKit.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Mutants;

/// <summary>Asks the rules about one gclass.</summary>
internal static class Rules
{
    private static readonly DiagnosticDescriptor Differs = new ReviewedTableAnalyzer().SupportedDiagnostics[0];

    /// <summary>Diagnostics of the gclass.</summary>
    public static IReadOnlyList<Diagnostic> Of(Subject subject, Compilation compilation)
    {
        var gclass = compilation.GetSymbolsWithName(subject.GClass, SymbolFilter.Type).OfType<INamedTypeSymbol>().First(static type => type.IsGClass());
        var found = Readings.Judge(gclass, compilation, CancellationToken.None).ToList();
        if (Readings.IsBroken(gclass, compilation, CancellationToken.None))
        {
            return found;
        }

        var reading = Readings.Of(gclass, compilation, CancellationToken.None);
        found.AddRange(BehaviourAnalyzer.Rules.SelectMany(rule => rule.Judge(reading, CancellationToken.None)));
        var bodies = new GClassBodies(reading, Bodies(gclass, compilation));
        found.AddRange(BodyAnalyzer.Rules.SelectMany(rule => rule.Judge(bodies, CancellationToken.None)));
        var table = subject.Options.AdditionalFiles.Single(file => ReviewedFile.IsOf(file.Path, gclass));
        if (!ReviewedFile.LinesOf(table.GetText()!).SequenceEqual(ReviewedFile.LinesOf(SourceText.From(ReviewedTable.Of(reading)))))
        {
            found.Add(Diagnostic.Create(Differs, Location.None));
        }

        return found;
    }

    private static Dictionary<IMethodSymbol, IOperation> Bodies(INamedTypeSymbol gclass, Compilation compilation)
    {
        var bodies = new Dictionary<IMethodSymbol, IOperation>(SymbolEqualityComparer.Default);
        foreach (var method in gclass.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (var declaration in method.DeclaringSyntaxReferences.Where(static one => one.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == false).Select(static one => one.GetSyntax()))
            {
                var body = declaration switch
                {
                    BaseMethodDeclarationSyntax code => (SyntaxNode?)code.Body ?? code.ExpressionBody,
                    AccessorDeclarationSyntax code => (SyntaxNode?)code.Body ?? code.ExpressionBody,
                    ArrowExpressionClauseSyntax code => code,
                    _ => null,
                };
                if (body is not null && compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body) is { } operation)
                {
                    bodies[method] = operation;
                }
            }
        }

        return bodies;
    }
}
