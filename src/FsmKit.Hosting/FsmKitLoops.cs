using System.Collections;

namespace FsmKit.Hosting;

/// <summary>The loops of the host, in the order in which they start.</summary>
public sealed class FsmKitLoops : IReadOnlyList<IFsmKitLoop>
{
    private readonly HostedLoop[] _loops;

    internal FsmKitLoops(LoopPlans plans, IServiceProvider services) => _loops = [.. plans.Loops.Select(plan => new HostedLoop(plan, services))];

    /// <inheritdoc/>
    public int Count => _loops.Length;

    internal IReadOnlyList<HostedLoop> Hosted => _loops;

    /// <inheritdoc/>
    public IFsmKitLoop this[int index] => _loops[index];

    /// <summary>Returns the loop with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such loop.</exception>
    public IFsmKitLoop this[string name] => Array.Find(_loops, loop => loop.Name == name)
        ?? throw new KeyNotFoundException($"There is no loop '{name}'. The loops are: {Names}.");

    private string Names => string.Join(", ", _loops.Select(static loop => loop.Name));

    /// <inheritdoc/>
    public IEnumerator<IFsmKitLoop> GetEnumerator() => _loops.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal IFsmKitLoop Only() => _loops.Length == 1
        ? _loops[0]
        : throw new InvalidOperationException($"There are several loops ({Names}): ask for an IFsmKitLoop by its name as the key, or for FsmKitLoops.");
}
