namespace FsmKit.Generators.Reading.Proving;

/// <summary>What has to hold besides for a member to be harmless.</summary>
internal enum Condition
{
    /// <summary>Nothing: it computes with values that are .NET's own.</summary>
    None,

    /// <summary>It moves elements, whose type is no interface.</summary>
    Moves,

    /// <summary>It compares elements, whose equality must be .NET's own.</summary>
    Compares,

    /// <summary>It asks the collection's comparer, which must be seen to be the default one, for keys whose equality is .NET's own.</summary>
    AsksComparer,
}

/// <summary>Members of one type of .NET that run no code but .NET's.</summary>
/// <param name="Type">The type, as metadata names it.</param>
/// <param name="Condition">On what condition.</param>
/// <param name="Members">
/// The names with blanks between. A name stands for the overloads whose parameters are all values; with its parameters' types in brackets for
/// exactly that one. <c>operators</c> are all of them, <c>*</c> is every member.
/// </param>
internal sealed record HarmlessMembers(string Type, Condition Condition, string Members);

/// <summary>Members that are harmless for the same reason.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Reason">Why none of them calls anything of the author's.</param>
/// <param name="Members">The members.</param>
internal sealed record HarmlessGroup(string Title, string Reason, IReadOnlyList<HarmlessMembers> Members);
