using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Bodies;

/// <summary>One thing that can be wrong with the code of a gclass: what its guards and actions do. Rules keep no state.</summary>
internal abstract class BodyRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Everything that is wrong with this gclass in this respect.</summary>
    public abstract IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation);

    private protected Diagnostic At(Location? place, params object?[] arguments) => Diagnostic.Create(Descriptor, place ?? Location.None, arguments);
}
