using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Bodies;

/// <summary>Rule about the code of a gclass: its guards and actions. Rules have no state.</summary>
internal abstract class BodyRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Returns all violations of the rule in a gclass.</summary>
    public abstract IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation);

    private protected Diagnostic At(Location? place, params object?[] arguments) => Diagnostic.Create(Descriptor, place ?? Location.None, arguments);
}
