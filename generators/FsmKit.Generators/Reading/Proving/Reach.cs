using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// Follows the methods of a gclass to all code that they call, and judges it. Each piece of code is judged once, however many actions reach
/// it.
/// </summary>
internal sealed class Reach
{
    /// <summary>Maximum number of pieces of code of one action. The cost of a queue is not noticeable beside a larger action.</summary>
    private const int MostPieces = 500;

    private readonly Dictionary<SyntaxNode, IReadOnlyList<SyntaxNode>?> _judged = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly OwnCode _own;
    private readonly Members _members;
    private readonly Insulation _insulation;

    public Reach(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
    {
        (_compilation, _cancellation) = (compilation, cancellation);
        _own = new OwnCode(gclass, compilation, cancellation);
        _members = new Members(gclass, _own, new RuntimeMembers(new Freshness(gclass, compilation, cancellation)));
        _insulation = new Insulation(_members);
    }

    /// <summary>Files of other types that the judgement depends on.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked => _own.Looked;

    /// <summary>Whether the methods, the reads of the members, and all code that they call are harmless.</summary>
    public bool IsHarmless(IEnumerable<IMethodSymbol> methods, IEnumerable<ISymbol?> reads)
    {
        var begins = methods.All(method => _own.Has(method.ContainingType) && _own.Follow(method)) && reads.All(MayBeRead);
        var pending = new Stack<SyntaxNode>(_own.TakeCalled());
        var reached = new HashSet<SyntaxNode>(pending);
        while (begins && pending.Count > 0)
        {
            if (reached.Count > MostPieces || Judge(pending.Pop()) is not { } called)
            {
                return false;
            }

            foreach (var code in called)
            {
                if (reached.Add(code))
                {
                    pending.Push(code);
                }
            }
        }

        return begins;
    }

    private bool MayBeRead(ISymbol? member) =>
        member is IFieldSymbol field ? !field.IsStatic || _members.MayBeTouched(field.ContainingType) : _members.AreHarmless(member, null);

    /// <summary>
    /// Returns the pieces of the author's code that a piece of code calls; null when it does something that is not known to be harmless.
    /// </summary>
    private IReadOnlyList<SyntaxNode>? Judge(SyntaxNode code)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!_judged.TryGetValue(code, out var called))
        {
            var holds = !Talks(code) && Model(code.SyntaxTree).GetOperation(code, _cancellation) is { } operation && _insulation.Holds(operation);
            called = _own.TakeCalled();
            _judged.Add(code, called = holds ? called : null);
        }

        return called;
    }

    private SemanticModel Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            _models.Add(tree, model = _compilation.GetSemanticModel(tree));
        }

        return model;
    }

    /// <summary>Whether the code sends or publishes, judged by names alone: the common case. A receiver can send an event back.</summary>
    private static bool Talks(SyntaxNode body) => body.DescendantNodes().Any(
        static node => node is InvocationExpressionSyntax { Expression: var called } && CalledName.Of(called)?.Identifier.ValueText is "Send" or "Publish");
}
