using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>Reads a method that switches over the state, if each of its sections can be an action.</summary>
internal static class SwitchMethodReader
{
    public static SwitchMethod? Read(NamesOfClass names, MethodDeclarationSyntax method, SwitchStatementSyntax over, IFieldSymbol field, IReadOnlyList<ExpressionSyntax> uses)
    {
        var model = names.Subject.Model;
        if (model.GetDeclaredSymbol(method, names.Subject.Cancellation) is not { } symbol || !CanBeEvent(names, symbol))
        {
            return null;
        }

        var left = field.Type.GetMembers().OfType<IFieldSymbol>().ToList();
        var sections = new List<(SwitchSectionSyntax Section, List<IFieldSymbol> States)>();
        foreach (var section in over.Sections.OrderBy(static section => section.Labels.Any(static label => label is DefaultSwitchLabelSyntax)))
        {
            var states = section.Labels.Any(static label => label is DefaultSwitchLabelSyntax) ? [.. left] : new List<IFieldSymbol>();
            foreach (var label in section.Labels.Where(static label => label is not DefaultSwitchLabelSyntax))
            {
                if (label is not CaseSwitchLabelSyntax { Value: var value } || model.GetSymbolInfo(value, names.Subject.Cancellation).Symbol is not IFieldSymbol state || !SymbolEqualityComparer.Default.Equals(state.ContainingType, field.Type))
                {
                    return null;
                }

                states.Add(state);
            }

            if (!CanMove(names, section))
            {
                return null;
            }

            sections.Add((section, [.. states.Distinct<IFieldSymbol>(SymbolEqualityComparer.Default)]));
            left.RemoveAll(states.Contains);
        }

        var cases = sections.Where(static one => one.States.Count > 0).Select(one => Case(names, one.Section, one.States, field, uses)).ToList();
        var isNamed = cases.Count(static one => one.Acts) > 1;
        cases = [.. cases.Select(one => one.Acts ? one with { Action = names.Free($"Ac{symbol.Name}{(isNamed ? Place(one) : "")}") } : one)];
        if (left.Count > 0)
        {
            cases.Add(new SwitchCase(left, [], null, null));
        }

        return new SwitchMethod(method, names.Free("Ev" + symbol.Name), cases);
    }

    /// <summary>Returns the statements of a section without its end.</summary>
    public static IReadOnlyList<StatementSyntax> Statements(SwitchSectionSyntax section)
    {
        var all = section.Statements.Count > 0 && section.Statements[0] is BlockSyntax block && section.Statements.Skip(1).All(IsEnd) ? block.Statements : section.Statements;
        return all.Count > 0 && IsEnd(all[all.Count - 1]) ? [.. all.Take(all.Count - 1)] : [.. all];
    }

    /// <summary>Whether the statement is a <c>break</c> out of this switch.</summary>
    public static bool Leaves(BreakStatementSyntax end, SwitchSectionSyntax section) =>
        end.Ancestors().First(static around => around is SwitchStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax) == section.Parent;

    private static bool IsEnd(StatementSyntax statement) => statement is BreakStatementSyntax or ReturnStatementSyntax { Expression: null };

    private static bool CanBeEvent(NamesOfClass names, IMethodSymbol method) =>
        method is { ReturnsVoid: true, IsGenericMethod: false, IsStatic: false, IsAsync: false, IsVirtual: false, IsOverride: false, ExplicitInterfaceImplementations.IsEmpty: true }
        && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, Type: { IsRefLikeType: false, TypeKind: not TypeKind.Pointer } } && !IsInside(parameter.Type, names.Type) && names.Of(parameter).All(IsRead))
        && method.Parameters.Select(static parameter => Pascal(parameter.Name)).Distinct().Count() == method.Parameters.Length
        && !names.Of(method).Any();

    /// <summary>Returns the name of a parameter as that of a property.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static bool IsInside(ITypeSymbol type, INamedTypeSymbol outer) => type switch
    {
        IArrayTypeSymbol array => IsInside(array.ElementType, outer),
        INamedTypeSymbol named => SymbolEqualityComparer.Default.Equals(named.ContainingType, outer) || named.TypeArguments.Any(one => IsInside(one, outer)),
        _ => false,
    };

    /// <summary>Whether a property of the event can replace the name.</summary>
    private static bool IsRead(IdentifierNameSyntax name) =>
        !NamesOfClass.IsWritten(name) && name.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };

    /// <summary>Whether the statements have the same meaning in a method of their own.</summary>
    private static bool CanMove(NamesOfClass names, SwitchSectionSyntax section) =>
        !section.DescendantNodes().Any(static node => node is GotoStatementSyntax or LabeledStatementSyntax)
        && !section.DescendantTokens().Any(static token => token.Text.StartsWith("@\"", StringComparison.Ordinal) && token.Text.Contains('\n'))
        && !section.DescendantTrivia().Any(static trivia => trivia.IsDirective)
        && section.DescendantNodes().OfType<IdentifierNameSyntax>().All(name =>
            names.Subject.Model.GetSymbolInfo(name, names.Subject.Cancellation).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.All(declared => section.Span.Contains(declared.Span)));

    private static SwitchCase Case(NamesOfClass names, SwitchSectionSyntax section, IReadOnlyList<IFieldSymbol> states, IFieldSymbol field, IReadOnlyList<ExpressionSyntax> uses)
    {
        var statements = Statements(section);
        return new SwitchCase(states, statements, Next(names, section, statements, field, uses), null);
    }

    private static string Place(SwitchCase one) => one.States.Count > 2 ? "Otherwise" : string.Join("Or", one.States.Select(static state => state.Name));

    /// <summary>
    /// Returns the assignment that the table can express: the only one, of a constant state, on every path through the section, whose code
    /// does not read the state. A gclass changes its state before the action.
    /// </summary>
    private static ExpressionStatementSyntax? Next(NamesOfClass names, SwitchSectionSyntax section, IReadOnlyList<StatementSyntax> statements, IFieldSymbol field, IReadOnlyList<ExpressionSyntax> uses)
    {
        var here = uses.Where(use => section.Span.Contains(use.Span)).ToList();
        if (here.Count != 1 || here[0].Parent is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment || !statements.Contains(statement)
            || names.Subject.Model.GetSymbolInfo(assignment.Right, names.Subject.Cancellation).Symbol is not IFieldSymbol state || !SymbolEqualityComparer.Default.Equals(state.ContainingType, field.Type))
        {
            return null;
        }

        var before = statements.TakeWhile(one => one != statement).SelectMany(static one => one.DescendantNodesAndSelf());
        var asking = uses.Select(static use => use.FirstAncestorOrSelf<MemberDeclarationSyntax>()).OfType<MemberDeclarationSyntax>().Select(names.Symbol).ToList();
        return before.Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax || (node is BreakStatementSyntax end && Leaves(end, section)))
            || asking.Exists(member => member is not null && names.Of(member).Any(name => section.Span.Contains(name.Span)))
            ? null
            : statement;
    }
}
