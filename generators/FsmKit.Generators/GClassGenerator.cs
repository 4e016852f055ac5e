using System.Text;
using FsmKit.Generators.Emitting;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Generators;

/// <summary>
/// Turns each class with <c>[GClass]</c> into its dispatch. It says nothing: what is wrong with a gclass the analyzers say, and whatever
/// could be read is generated all the same.
/// </summary>
/// <remarks>
/// The first step runs for every gclass whenever the compilation changes, so it is small and ends in a model that compares by value; the
/// second runs only when the model has changed.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class GClassGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var machines = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.GClassMetadata,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => IsFirst(found)
                    ? MachineReader.Read((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellation).Model
                    : null)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Machines);
        context.RegisterSourceOutput(machines, static (output, model) =>
            output.AddSource(model!.Place.HintName, SourceText.From(MachineEmitter.Emit(model), Encoding.UTF8)));
    }

    /// <summary>A class that is marked twice is generated once: two files of one name would cost every gclass of the project its part.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext found)
    {
        var first = found.TargetSymbol.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass))?.ApplicationSyntaxReference;
        return first is null || (first.SyntaxTree == found.TargetNode.SyntaxTree && found.TargetNode.Span.Contains(first.Span));
    }
}
