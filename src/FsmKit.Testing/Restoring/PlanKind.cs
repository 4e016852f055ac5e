namespace FsmKit.Testing.Restoring;

/// <summary>Ways to treat an object when a world is set back.</summary>
internal enum PlanKind
{
    /// <summary>The object is constant, and so is everything behind it: it is not visited.</summary>
    Fixed,

    /// <summary>The object is constant; objects behind it may change.</summary>
    Walked,

    /// <summary>Fields, or items of an array, are written back.</summary>
    Kept,

    /// <summary>Part of the world itself, as its clock is: not visited from a loop.</summary>
    OfWorld,

    /// <summary>The object may have a part outside of its fields. A world with such an object is made anew.</summary>
    Refused,
}
