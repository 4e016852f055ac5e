using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Finds the states that hand-written code passes to <c>ChangeState</c>.</summary>
internal static class ChangedStates
{
    /// <summary>Returns their indices; null when an argument is known only at run time.</summary>
    public static IReadOnlyList<int>? Of(MachineReading reading)
    {
        var found = new HashSet<int>();
        foreach (var name in reading.Names.Of(KnownNames.ChangeState))
        {
            if (CalledName.CallOf(name) is not { ArgumentList.Arguments: { Count: 1 } arguments } || !Read(arguments[0].Expression, reading, found))
            {
                return null;
            }
        }

        return [.. found];
    }

    private static bool Read(ExpressionSyntax argument, MachineReading reading, HashSet<int> found) => argument switch
    {
        ParenthesizedExpressionSyntax inner => Read(inner.Expression, reading, found),
        ConditionalExpressionSyntax choice => Read(choice.WhenTrue, reading, found) && Read(choice.WhenFalse, reading, found),
        SwitchExpressionSyntax choice => choice.Arms.All(arm => arm.Expression is ThrowExpressionSyntax || Read(arm.Expression, reading, found)),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax state } => Read(state.Identifier.ValueText, reading, found),
        _ => false,
    };

    private static bool Read(string name, MachineReading reading, HashSet<int> found)
    {
        if (reading.States.FirstOrDefault(one => one.Symbol.Name == name) is not { } state)
        {
            return false;
        }

        found.Add(state.Index);
        return true;
    }
}
