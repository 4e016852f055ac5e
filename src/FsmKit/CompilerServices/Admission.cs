using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>What the slow lane of dispatch does with an event.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Admission : byte
{
    /// <summary>Handle it now.</summary>
    Run,

    /// <summary>Keep it until the running transition has settled.</summary>
    Wait,

    /// <summary>The gobj is destroyed.</summary>
    Gone,

    /// <summary>The gobj is finished.</summary>
    Finished,
}
