using System.ComponentModel;

namespace FsmKit.CompilerServices;

/// <summary>
/// Decision about an event of a gobj that is busy, destroyed or finished, or to which another bit of <see cref="MachineGate"/> applies. For
/// generated code.
/// </summary>
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
