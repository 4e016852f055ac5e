using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.CodeFixes;

/// <summary>Name of the action for an event: Ac and the name of the event without Ev.</summary>
/// <param name="Name">The name.</param>
/// <param name="Exists">Whether the gclass has a fitting method of that name already.</param>
internal sealed record ActionName(string Name, bool Exists)
{
    public static ActionName For(INamedTypeSymbol gclass, EventSite e, CallReader calls)
    {
        var plain = e.Type.Name;
        var root = "Ac" + (plain.Length > 2 && plain.StartsWith("Ev", StringComparison.Ordinal) && char.IsUpper(plain[2]) ? plain.Substring(2) : plain);
        for (var i = 1; ; i++)
        {
            var name = i == 1 ? root : $"{root}{i}";
            if (calls.Read(name, CallUse.Action, e.Type, e.Attribute) is { Problem: CallProblem.None })
            {
                return new ActionName(name, true);
            }

            if (gclass.GetMembers(name).All(member => LeavesRoom(member, e.Type)))
            {
                return new ActionName(name, false);
            }
        }
    }

    /// <summary>Whether an overload for the event can be added beside the member.</summary>
    private static bool LeavesRoom(ISymbol member, ITypeSymbol e) =>
        member is IMethodSymbol { IsGenericMethod: false } method
        && !(method.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, e));
}
