using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Link that a <see cref="MemoryReactor"/> serves when it is ready.</summary>
internal interface IMemoryTarget
{
    /// <summary>The gobj that is named in the log when <see cref="TellOwner"/> throws.</summary>
    object? Owner { get; }

    /// <summary>The reactor that serves the link.</summary>
    MemoryReactor Place { get; }

    /// <summary>Whether the link is in the list of its reactor already. Accessed under the gate of the network.</summary>
    bool IsQueued { get; set; }

    /// <summary>Whether the link has something to tell its owner. Read under the gate of the network.</summary>
    bool IsReady { get; }

    /// <summary>
    /// Adds the link to the list of its reactor if it is ready. Called after a possible change, from any thread, under the gate of the
    /// network.
    /// </summary>
    void MayBeReady();

    /// <summary>Tells the owner about everything that is ready. Called on the thread of the loop, without the gate.</summary>
    void TellOwner();
}
