using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>Rule about gclasses. Rules have no state: one instance checks all gclasses, on many threads.</summary>
internal abstract class Rule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Returns all violations of the rule in a gclass. Errors of the compiler are not repeated.</summary>
    public abstract IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation);

    /// <summary>Returns all violations of the rule in a gclass, with the options of <c>.editorconfig</c> for its file.</summary>
    public virtual IEnumerable<Diagnostic> Judge(MachineReading reading, AnalyzerConfigOptions options, CancellationToken cancellation) => Judge(reading, cancellation);

    private protected Diagnostic At(Location? place, params object?[] arguments) => Diagnostic.Create(Descriptor, place ?? Location.None, arguments);
}
