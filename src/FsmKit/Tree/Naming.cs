namespace FsmKit;

/// <summary>Use of the name that is given to a new gobj.</summary>
public enum Naming : byte
{
    /// <summary>The name is used as it is and may repeat. The gobj may also have no name.</summary>
    Plain,

    /// <summary>The name must not be empty and must be unique in the loop. <see cref="GAplic.FindUnique"/> finds the gobj by this name.</summary>
    Unique,

    /// <summary>The name is a prefix; a number that is new in this process is appended. Without a name, the number alone is the name.</summary>
    Random,
}
