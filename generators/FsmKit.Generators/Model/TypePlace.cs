namespace FsmKit.Generators.Model;

/// <summary>Location of a partial type, and the header of its generated part.</summary>
/// <param name="Namespace">Namespace, or an empty string.</param>
/// <param name="Containers">Headers of the types around it, outermost first, as in <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">Name without type parameters.</param>
/// <param name="TypeParameters">Type parameters with their brackets, or an empty string.</param>
/// <param name="FullName">Full name, for code.</param>
/// <param name="HintName">Unique file name, also where case does not count.</param>
internal sealed record TypePlace(
    string Namespace, EquatableArray<string> Containers, string Name, string TypeParameters, string FullName, string HintName);
