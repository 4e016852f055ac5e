using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>
/// Class that is already a machine: a private field holds its state, and each of some methods is one switch over that field.
/// </summary>
/// <param name="Subject">The document.</param>
/// <param name="Class">The class.</param>
/// <param name="Table">The enum of the states, declared in the class.</param>
/// <param name="Field">The declaration of the field.</param>
/// <param name="Start">The initial value of the field.</param>
/// <param name="Uses">The uses of the field in the class.</param>
/// <param name="Methods">The methods; each becomes an event.</param>
internal sealed record SwitchMachine(
    FixSubject Subject, ClassDeclarationSyntax Class, EnumDeclarationSyntax Table, FieldDeclarationSyntax Field, IFieldSymbol Start, IReadOnlyList<ExpressionSyntax> Uses, IReadOnlyList<SwitchMethod> Methods);

/// <summary>Method that switches over the state.</summary>
/// <param name="Declaration">The method.</param>
/// <param name="Event">Name of its event.</param>
/// <param name="Cases">Its sections, and one for the states without a section.</param>
internal sealed record SwitchMethod(MethodDeclarationSyntax Declaration, string Event, IReadOnlyList<SwitchCase> Cases);

/// <summary>Section of a method for some states.</summary>
/// <param name="States">The states.</param>
/// <param name="Statements">The statements, without the <c>break</c> at the end.</param>
/// <param name="Next">The assignment of the next state, if the table can express it; otherwise null.</param>
/// <param name="Action">Name of the action; null without remaining statements.</param>
internal sealed record SwitchCase(IReadOnlyList<IFieldSymbol> States, IReadOnlyList<StatementSyntax> Statements, ExpressionStatementSyntax? Next, string? Action)
{
    /// <summary>Whether the section only throws, so that the event is refused.</summary>
    public bool IsRefused => Statements.Count == 1 && Statements[0] is ThrowStatementSyntax;

    /// <summary>Whether the section does more than change the state.</summary>
    public bool Acts => !IsRefused && Statements.Any(statement => statement != Next);
}
