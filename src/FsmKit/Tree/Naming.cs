namespace FsmKit;

/// <summary>How a new gobj gets its name.</summary>
public enum Naming : byte
{
    /// <summary>The name as it is, or none; it may repeat.</summary>
    Plain,

    /// <summary>The name must be free in the whole loop, and finds the gobj with <see cref="GAplic.FindUnique"/>.</summary>
    Unique,

    /// <summary>The name is a prefix; a number that this process has not used yet follows it.</summary>
    Random,
}
