using FsmKit.Analyzers.Guards;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Bodies;

/// <summary>Gclass with the bodies of its hand-written methods.</summary>
internal sealed class GClassBodies
{
    private readonly IReadOnlyDictionary<IMethodSymbol, IOperation> _bodies;
    private readonly GuardReader _guards;
    private readonly Dictionary<IMethodSymbol, Formula> _formulas = new(SymbolEqualityComparer.Default);

    public GClassBodies(MachineReading reading, IReadOnlyDictionary<IMethodSymbol, IOperation> bodies)
    {
        Reading = reading;
        _bodies = bodies;
        _guards = new GuardReader(BodyOf);
    }

    /// <summary>The reading of the gclass.</summary>
    public MachineReading Reading { get; }

    /// <summary>Each method, getter or setter with its body, in source order.</summary>
    public IReadOnlyList<KeyValuePair<IMethodSymbol, IOperation>> All => field ??=
        [.. _bodies.OrderBy(static one => one.Value.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Value.Syntax.SpanStart)];

    /// <summary>Each call, with the method that it is in.</summary>
    public IReadOnlyList<(IMethodSymbol Method, IInvocationOperation Call)> Calls => field ??=
        [.. All.SelectMany(static method => method.Value.DescendantsAndSelf().OfType<IInvocationOperation>().Select(call => (method.Key, call)))];

    /// <summary>The guards of the table with a body in this compilation, each once.</summary>
    public IEnumerable<IMethodSymbol> Guards => Reading.Calls.Where(static call => call.Use == CallUse.Guard).Select(static call => call.Method).OfType<IMethodSymbol>()
        .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Where(_bodies.ContainsKey);

    public IOperation? BodyOf(IMethodSymbol method) => _bodies.TryGetValue(method, out var body) ? body : null;

    /// <summary>Returns the condition of a guard.</summary>
    public Formula FormulaOf(IMethodSymbol guard)
    {
        if (!_formulas.TryGetValue(guard, out var formula))
        {
            _formulas.Add(guard, formula = _guards.Of(guard));
        }

        return formula;
    }

    /// <summary>Returns the operations of a method, and of the methods and getters of the gclass that it calls, each once.</summary>
    public IEnumerable<IOperation> Reach(IMethodSymbol from)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IMethodSymbol>([from]);
        while (open.Count > 0)
        {
            if (open.Pop() is var method && seen.Add(method) && BodyOf(method) is { } body)
            {
                foreach (var operation in body.DescendantsAndSelf())
                {
                    yield return operation;
                    if (operation.CalledMethod() is { } called)
                    {
                        open.Push(called);
                    }
                }
            }
        }
    }
}
