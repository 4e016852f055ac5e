using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Mutants;

/// <summary>Faults that are put into a table, such as those of a slip of the hand or of a merge.</summary>
internal sealed class Faults
{
    private static readonly string[] Rows = ["On", "After", "Idle", "Always", "Done", "Defer", "Forward", "Ignore", "Refuse"];

    private readonly SyntaxNode _root;
    private readonly ClassDeclarationSyntax _gclass;
    private readonly SeparatedSyntaxList<EnumMemberDeclarationSyntax> _states;
    private readonly IReadOnlyList<Row> _rows;
    private readonly IReadOnlyList<string> _actions;

    private Faults(Subject subject)
    {
        _root = subject.Table.GetRoot();
        _gclass = Subject.Declaration(_root, subject.GClass)!;
        var table = _gclass.Members.OfType<EnumDeclarationSyntax>().Single(static one => one.Identifier.ValueText == "State");
        _states = table.Members;
        _rows = [.. RowsOf(null, _gclass.AttributeLists), .. _states.SelectMany(static state => RowsOf(state.Identifier.ValueText, state.AttributeLists))];
        _actions = [.. _rows.Select(static row => row.Action).OfType<string>().Distinct()];
    }

    public static IEnumerable<Mutant> Of(Subject subject)
    {
        var faults = new Faults(subject);
        return [.. faults.OfRows(), .. faults.OfStates(), .. faults.OfEvents(), .. faults.OfPairs()];
    }

    /// <summary>Puts <c>Ignore</c> in the place of a row that does something.</summary>
    public static IEnumerable<Mutant> Ignoring(Subject subject)
    {
        var faults = new Faults(subject);
        return [.. faults._rows.Where(static row => row.Action is not null && Name(row.Attribute) == "On").Select(row =>
            faults.Change("Ignore instead", row, SyntaxFactory.Attribute(((GenericNameSyntax)row.Attribute.Name).WithIdentifier(SyntaxFactory.Identifier("Ignore")))))];
    }

    private static IEnumerable<Row> RowsOf(string? state, SyntaxList<AttributeListSyntax> lists) =>
        lists.SelectMany(static list => list.Attributes).Where(static attribute => Rows.Contains(Name(attribute))).Select(attribute => new Row(state, attribute));

    private static string Name(AttributeSyntax attribute) => attribute.Name is GenericNameSyntax generic ? generic.Identifier.ValueText : attribute.Name.ToString();

    private IEnumerable<Mutant> OfRows()
    {
        foreach (var row in _rows)
        {
            if (row.Next is { } next)
            {
                yield return Change("drop Next", row, Without(row.Attribute, next));
                if (Other(row) is { } other)
                {
                    yield return Change("wrong Next", row, row.Attribute.ReplaceNode(next.Expression, SyntaxFactory.ParseExpression(other)));
                }
            }

            if (row.Guard is { } guard)
            {
                yield return Change("remove guard", row, Without(row.Attribute, guard));
            }

            if (row.ActionArgument is { } action)
            {
                yield return Change("misspelt action", row, row.Attribute.ReplaceNode(action, SyntaxFactory.ParseExpression($"nameof({row.Action}x)")));
                if (_actions.FirstOrDefault(one => one != row.Action) is { } other)
                {
                    yield return Change("other action", row, row.Attribute.ReplaceNode(action, SyntaxFactory.ParseExpression($"nameof({other})")));
                }
            }

            yield return new Mutant(
                row.State is null ? "drop class row" : Name(row.Attribute) switch
                {
                    "After" or "Idle" => "drop timeout",
                    "Ignore" => "drop Ignore",
                    "Refuse" when row.Event is null => "drop closing Refuse",
                    _ => "drop row",
                },
                row.Text, Drop([row.Attribute]));
            if (row.Event is not null && Name(row.Attribute) is "On" or "Ignore" or "Defer")
            {
                yield return new Mutant("duplicate row", row.Text, Double(row.Attribute));
            }
        }
    }

    private IEnumerable<Mutant> OfStates()
    {
        foreach (var state in _states)
        {
            foreach (var life in state.AttributeLists.SelectMany(static list => list.Attributes).Where(static attribute => Name(attribute) is "Enter" or "Exit" or "Invoke"))
            {
                yield return new Mutant($"drop {Name(life)}", $"{life} of {state.Identifier}", Drop([life]));
            }

            var leading = _rows.Where(row => row.State == state.Identifier.ValueText && row.Next is not null).ToList();
            if (leading.Count > 0)
            {
                yield return new Mutant("dead end", $"nothing leads out of {state.Identifier}", Replace(leading.Select(static row => ((SyntaxNode)row.Attribute, (SyntaxNode)Without(row.Attribute, row.Next!)))));
            }

            var into = _rows.Where(row => row.NextName == state.Identifier.ValueText).ToList();
            if (into.Count > 0 && state != _states[0] && _states.FirstOrDefault(other => other != state && other != _states[0]) is { } elsewhere)
            {
                yield return new Mutant(
                    "unreachable state", $"all rows to {state.Identifier} lead to {elsewhere.Identifier}",
                    Replace(into.Select(row => ((SyntaxNode)row.Next!.Expression, (SyntaxNode)SyntaxFactory.ParseExpression(Named(row, elsewhere.Identifier.ValueText))))));
            }
        }
    }

    private IEnumerable<Mutant> OfEvents()
    {
        foreach (var declaration in _gclass.AttributeLists.SelectMany(static list => list.Attributes).Where(static attribute => Name(attribute) is "Input" or "Output"))
        {
            var e = ((GenericNameSyntax)declaration.Name).TypeArgumentList.Arguments[0].ToString();
            yield return new Mutant($"drop {Name(declaration)}", e, Drop([declaration]));
            if (Name(declaration) == "Input")
            {
                yield return new Mutant("drop Input with its rows", e, Drop([declaration, .. _rows.Where(row => row.Event == e).Select(static row => row.Attribute)]));
            }
            else if (Publishing(e).ToList() is { Count: > 0 } calls)
            {
                yield return new Mutant("drop every Publish", e, Replace(calls.Select(static call => ((SyntaxNode)call, (SyntaxNode)SyntaxFactory.ParseExpression("_ = 0")))));
            }
        }
    }

    /// <summary>Two rows for one event of one state, the first of them guarded.</summary>
    private IEnumerable<Mutant> OfPairs()
    {
        foreach (var same in _rows.Where(static row => row.Event is not null).GroupBy(static row => (row.State, row.Event)))
        {
            foreach (var (first, second) in same.Zip(same.Skip(1)))
            {
                if (first.Guard is not null)
                {
                    yield return new Mutant(
                        second.Guard is null ? "swap guarded with unguarded" : "swap two guarded rows", $"{first.Text} and {second.Text}",
                        Replace([(first.Attribute, second.Attribute), (second.Attribute, first.Attribute)]));
                }
            }
        }
    }

    /// <summary>Publications of an event in the file of the table: statements, and methods with no other statement.</summary>
    private IEnumerable<InvocationExpressionSyntax> Publishing(string e) => _gclass.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "Publish" }, ArgumentList.Arguments: [{ Expression: ObjectCreationExpressionSyntax made }] } && made.Type.ToString() == e
            && call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax);

    private string? Other(Row row)
    {
        var other = _states.Select(static state => state.Identifier.ValueText).FirstOrDefault(state => state != row.NextName);
        return other is null ? null : Named(row, other);
    }

    /// <summary>A state, as the row writes it.</summary>
    private static string Named(Row row, string state) => row.Next!.Expression switch
    {
        LiteralExpressionSyntax => $"\"{state}\"",
        MemberAccessExpressionSyntax access => $"{access.Expression}.{state}",
        InvocationExpressionSyntax => $"nameof({state})",
        _ => state,
    };

    private Mutant Change(string kind, Row row, SyntaxNode changed) => new(kind, $"{row.Text} -> {changed}", _root.ReplaceNode(row.Attribute, changed));

    private static AttributeSyntax Without(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var arguments = attribute.ArgumentList!.Arguments.Remove(argument);
        return attribute.WithArgumentList(arguments.Count == 0 ? null : attribute.ArgumentList.WithArguments(arguments));
    }

    private SyntaxNode Replace(IEnumerable<(SyntaxNode Old, SyntaxNode New)> nodes)
    {
        var all = nodes.ToDictionary(static one => one.Old, static one => one.New);
        return _root.ReplaceNodes(all.Keys, (old, _) => all[old].WithTriviaFrom(old));
    }

    private SyntaxNode Double(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return _root.ReplaceNode(list, list.AddAttributes(attribute));
    }

    private SyntaxNode Drop(IReadOnlyCollection<AttributeSyntax> attributes)
    {
        var lists = attributes.Select(static attribute => (AttributeListSyntax)attribute.Parent!).Distinct().ToList();
        var whole = lists.Where(list => list.Attributes.All(attributes.Contains)).ToList();
        var root = _root.TrackNodes([.. lists, .. attributes]);
        foreach (var list in lists)
        {
            var current = root.GetCurrentNode(list)!;
            root = whole.Contains(list)
                ? root.RemoveNode(current, SyntaxRemoveOptions.KeepExteriorTrivia)!
                : root.ReplaceNode(current, current.RemoveNodes(list.Attributes.Where(attributes.Contains).Select(attribute => root.GetCurrentNode(attribute)!), SyntaxRemoveOptions.KeepExteriorTrivia)!);
        }

        return root;
    }

    /// <summary>A row as it is written.</summary>
    private sealed record Row(string? State, AttributeSyntax Attribute)
    {
        public string Text => $"[{Attribute}] {State ?? "(class)"}";

        public string? Event => Attribute.Name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments[0].ToString() : null;

        public AttributeArgumentSyntax? Next => Named("Next");

        public string? NextName => Next?.Expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            InvocationExpressionSyntax call => call.ArgumentList.Arguments[0].Expression.DescendantTokens().Last().ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };

        public AttributeArgumentSyntax? Guard => Named("When");

        /// <summary>Argument that names the action: the only argument without a name; in a timeout the second one.</summary>
        public ExpressionSyntax? ActionArgument
        {
            get
            {
                var arguments = Attribute.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ToList() ?? [];
                var place = Name(Attribute) is "After" or "Idle" ? 1 : 0;
                return Name(Attribute) is not "Forward" && arguments.ElementAtOrDefault(place)?.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } name ? name : null;
            }
        }

        public string? Action => ((InvocationExpressionSyntax?)ActionArgument)?.ArgumentList.Arguments[0].ToString();

        private AttributeArgumentSyntax? Named(string name) => Attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
    }
}
