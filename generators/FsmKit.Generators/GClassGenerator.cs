using System.Text;
using FsmKit.Generators.Emitting;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using FsmKit.Generators.Reading.Remembering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Generators;

/// <summary>
/// Generates the dispatch of each class with <c>[GClass]</c>. The analyzers report errors of a gclass; everything that is valid is
/// generated all the same. The generator reports only its own faults.
/// </summary>
/// <remarks>
/// The first step runs for every gclass at each change of the compilation: with each keystroke. It asks its memory first, and reads a
/// gclass again only if a relevant change is possible. Its result is a model that compares by value, and the second step runs only for a
/// changed model. An exception in one step affects one gclass; uncaught, it would make Roslyn drop the parts of all.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class GClassGenerator : IIncrementalGenerator
{
    private readonly Func<INamedTypeSymbol, Compilation, CancellationToken, MachineReading?> _read;
    private readonly Func<MachineModel, string> _emit;

    /// <summary>Creates the generator. Called by the compiler.</summary>
    public GClassGenerator()
        : this(Read, MachineEmitter.Emit)
    {
    }

    /// <summary>Creates a generator with the steps of a test.</summary>
    internal GClassGenerator(Func<INamedTypeSymbol, Compilation, CancellationToken, MachineReading?> read, Func<MachineModel, string> emit) => (_read, _emit) = (read, emit);

    /// <inheritdoc/>
    /// <remarks>
    /// <c>ForAttributeWithMetadataName</c> is not used, because it binds the attributes of every gclass after each keystroke, before the
    /// memory can be asked.
    /// </remarks>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var memory = new ReadingMemory();
        var gclasses = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax { AttributeLists.Count: > 0 }, static (found, _) => (ClassDeclarationSyntax)found.Node)
            .Combine(context.CompilationProvider)
            .Select((found, cancellation) => memory.Get(found.Left, found.Right, Read, cancellation))
            .Where(static gclass => gclass is not null)
            .WithTrackingName(TrackingNames.Machines);
        context.RegisterSourceOutput(gclasses, (output, gclass) => Write(output, gclass!));
    }

    internal static MachineReading Read(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation) =>
        MachineReader.Read(gclass, compilation, cancellation);

    private Fresh? Read(ClassDeclarationSyntax found, Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.GetSemanticModel(found.SyntaxTree).GetDeclaredSymbol(found, cancellation) is not { } type)
        {
            return null;
        }

        try
        {
            var reading = IsMarked(type, found) ? _read(type, compilation, cancellation) : null;
            return new Fresh(reading?.Model is { } machine ? new GClassModel(machine, null) : null, LookedInto.Of(type, reading));
        }
        catch (Exception x) when (x is not OperationCanceledException)
        {
            // Not remembered, because the files that the fault depends on are unknown.
            return new Fresh(new GClassModel(null, GeneratorFault.Of(type.ToDisplayString(), x)), null);
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

    /// <summary>
    /// Whether this declaration has the first [GClass]. A class with two is generated once, because two files of the same name would cost
    /// every gclass of the project its part.
    /// </summary>
    private static bool IsMarked(INamedTypeSymbol type, ClassDeclarationSyntax declaration) =>
        type.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass))?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == declaration.SyntaxTree && declaration.AttributeLists.Span.Contains(first.Span);
}
