namespace FsmKit.Generators.Model;

/// <summary>Where a partial type lives, and how the generated part of it opens.</summary>
/// <param name="Namespace">Its namespace, or an empty string.</param>
/// <param name="Containers">The headers of the types around it, outermost first, as in <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">Its name without type parameters.</param>
/// <param name="TypeParameters">Its type parameters with their brackets, or an empty string.</param>
/// <param name="FullName">Its full name, for code.</param>
/// <param name="HintName">A file name that no other type has, also where case does not count.</param>
internal sealed record TypePlace(
    string Namespace, EquatableArray<string> Containers, string Name, string TypeParameters, string FullName, string HintName);
