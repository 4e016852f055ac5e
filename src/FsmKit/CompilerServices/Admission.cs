using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>Decision of the slow lane of dispatch about an event. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Admission : byte
{
    /// <summary>Handle the event now.</summary>
    Run,

    /// <summary>Keep the event until the running transition has ended.</summary>
    Wait,

    /// <summary>Discard the event: the gobj is destroyed.</summary>
    Gone,

    /// <summary>Discard the event: the machine of the gobj is finished.</summary>
    Finished,
}
