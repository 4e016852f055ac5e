namespace FsmKit.Generators.Reading.Proving;

/// <summary>Further condition for a member to be harmless.</summary>
internal enum Condition
{
    /// <summary>No condition: the member computes with values of .NET.</summary>
    None,

    /// <summary>The member moves elements, whose type is no interface.</summary>
    Moves,

    /// <summary>The member compares elements, whose equality must be that of .NET.</summary>
    Compares,

    /// <summary>
    /// The member calls the comparer of the collection. The collection must be created without a comparer, and the equality of the keys
    /// must be that of .NET.
    /// </summary>
    AsksComparer,
}

/// <summary>Members of one type of .NET that run no code outside of .NET.</summary>
/// <param name="Type">The type as metadata names it.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Members">
/// The names, separated by blanks. A name stands for all overloads whose parameters are values. A name with parameter types in brackets
/// stands for exactly that overload. <c>operators</c> stands for all operators, <c>*</c> for every member.
/// </param>
internal sealed record HarmlessMembers(string Type, Condition Condition, string Members);

/// <summary>Members that are harmless for the same reason.</summary>
/// <param name="Title">Title of the group.</param>
/// <param name="Reason">The reason why none of them calls code of the author.</param>
/// <param name="Members">The members.</param>
internal sealed record HarmlessGroup(string Title, string Reason, IReadOnlyList<HarmlessMembers> Members);
