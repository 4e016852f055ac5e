using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>A class that is a machine already: a private field holds its state, and each of some methods switches over that field and does nothing else.</summary>
/// <param name="Subject">The document.</param>
/// <param name="Class">The class.</param>
/// <param name="Table">The enum of the states, which is declared in the class.</param>
/// <param name="Field">The declaration of the field.</param>
/// <param name="Start">The state that the field begins with.</param>
/// <param name="Uses">Where the class names the field.</param>
/// <param name="Methods">The methods; each becomes an event.</param>
internal sealed record SwitchMachine(
    FixSubject Subject, ClassDeclarationSyntax Class, EnumDeclarationSyntax Table, FieldDeclarationSyntax Field, IFieldSymbol Start, IReadOnlyList<ExpressionSyntax> Uses, IReadOnlyList<SwitchMethod> Methods);

/// <summary>A method that switches over the state.</summary>
/// <param name="Declaration">The method.</param>
/// <param name="Event">The name of its event.</param>
/// <param name="Cases">Its sections, and one for the states that no section names.</param>
internal sealed record SwitchMethod(MethodDeclarationSyntax Declaration, string Event, IReadOnlyList<SwitchCase> Cases);

/// <summary>What a method does in some states.</summary>
/// <param name="States">The states.</param>
/// <param name="Statements">What is done, without the <c>break</c> at the end.</param>
/// <param name="Next">The assignment of the next state, when it can be said in the table.</param>
/// <param name="Action">The name of the action; null where nothing is left to do.</param>
internal sealed record SwitchCase(IReadOnlyList<IFieldSymbol> States, IReadOnlyList<StatementSyntax> Statements, ExpressionStatementSyntax? Next, string? Action)
{
    /// <summary>Whether it only throws: the event is refused there.</summary>
    public bool IsRefused => Statements.Count == 1 && Statements[0] is ThrowStatementSyntax;

    /// <summary>Whether it does more than to lead to another state.</summary>
    public bool Acts => !IsRefused && Statements.Any(statement => statement != Next);
}
