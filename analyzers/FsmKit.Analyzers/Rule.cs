using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>One thing that can be wrong with a gclass. Rules keep no state: one instance judges all gclasses, from many threads.</summary>
internal abstract class Rule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Everything that is wrong with this gclass in this respect. What the compiler reports itself is left to the compiler.</summary>
    public abstract IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation);

    /// <summary>The same, with what the <c>.editorconfig</c> says for the file of the gclass.</summary>
    public virtual IEnumerable<Diagnostic> Judge(MachineReading reading, AnalyzerConfigOptions options, CancellationToken cancellation) => Judge(reading, cancellation);

    private protected Diagnostic At(Location? place, params object?[] arguments) => Diagnostic.Create(Descriptor, place ?? Location.None, arguments);
}
