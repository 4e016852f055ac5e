namespace FsmKit.Testing.Restoring;

/// <summary>Treatment of an object when a world is set back.</summary>
internal enum PlanKind
{
    /// <summary>The object and all objects behind it are constant. It is not visited.</summary>
    Fixed,

    /// <summary>The object is constant, but objects behind it may change.</summary>
    Walked,

    /// <summary>The fields, or the items of an array, are written back.</summary>
    Kept,

    /// <summary>The object is a part of the world itself, such as its clock. It is not visited from a loop.</summary>
    OfWorld,

    /// <summary>The object may have a part outside of its fields. A world with such an object is made anew.</summary>
    Refused,
}
