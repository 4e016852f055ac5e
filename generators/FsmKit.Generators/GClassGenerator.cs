using System.Text;
using FsmKit.Generators.Emitting;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Generators;

/// <summary>
/// Turns each class with <c>[GClass]</c> into its dispatch. What is wrong with a gclass the analyzers say, and whatever could be read is
/// generated all the same. The generator itself says only that it has a fault of its own.
/// </summary>
/// <remarks>
/// The first step runs for every gclass whenever the compilation changes, so it is small and ends in a model that compares by value; the
/// second runs only when the model has changed. An exception in either is one gclass's: past it, Roslyn would drop the parts of all.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class GClassGenerator : IIncrementalGenerator
{
    private readonly Func<INamedTypeSymbol, Compilation, CancellationToken, MachineModel?> _read;
    private readonly Func<MachineModel, string> _emit;

    /// <summary>The generator as the compiler makes it.</summary>
    public GClassGenerator()
        : this(Read, MachineEmitter.Emit)
    {
    }

    /// <summary>A generator whose steps are a test's.</summary>
    internal GClassGenerator(Func<INamedTypeSymbol, Compilation, CancellationToken, MachineModel?> read, Func<MachineModel, string> emit) => (_read, _emit) = (read, emit);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var gclasses = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.GClassMetadata, static (node, _) => node is ClassDeclarationSyntax, Read)
            .Where(static gclass => gclass is not null)
            .WithTrackingName(TrackingNames.Machines);
        context.RegisterSourceOutput(gclasses, (output, gclass) => Write(output, gclass!));
    }

    internal static MachineModel? Read(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation) =>
        MachineReader.Read(gclass, compilation, cancellation).Model;

    private GClassModel? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        try
        {
            return IsFirst(found) && _read((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellation) is { } machine ? new GClassModel(machine, null) : null;
        }
        catch (Exception x) when (x is not OperationCanceledException)
        {
            return new GClassModel(null, GeneratorFault.Of(found.TargetSymbol.ToDisplayString(), x));
        }
    }

    private void Write(SourceProductionContext output, GClassModel gclass)
    {
        if (gclass.Machine is not { } machine)
        {
            output.ReportDiagnostic(gclass.Fault!.ToDiagnostic());
            return;
        }

        try
        {
            output.AddSource(machine.Place.HintName, SourceText.From(_emit(machine), Encoding.UTF8));
        }
        catch (Exception x) when (x is not OperationCanceledException)
        {
            output.ReportDiagnostic(GeneratorFault.Of(machine.Place.FullName.Replace("global::", ""), x).ToDiagnostic());
        }
    }

    /// <summary>A class that is marked twice is generated once: two files of one name would cost every gclass of the project its part.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext found)
    {
        var first = found.TargetSymbol.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass))?.ApplicationSyntaxReference;
        return first is null || (first.SyntaxTree == found.TargetNode.SyntaxTree && found.TargetNode.Span.Contains(first.Span));
    }
}
