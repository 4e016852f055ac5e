using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>A link that a <see cref="MemoryReactor"/> may have to serve.</summary>
internal interface IMemoryTarget
{
    /// <summary>Who gets the blame for what <see cref="Tell"/> throws.</summary>
    object? Owner { get; }

    /// <summary>The reactor that serves it.</summary>
    MemoryReactor Place { get; }

    /// <summary>It is in the reactor's list already; the network's gate is held.</summary>
    bool IsQueued { get; set; }

    /// <summary>There is something to tell; the network's gate is held.</summary>
    bool IsReady { get; }

    /// <summary>Something may have changed: if it is ready, it joins the reactor's list. From any thread; the network's gate is held.</summary>
    void MayBeReady();

    /// <summary>Tells the owner what there is to tell by now; on the loop's thread, without the gate.</summary>
    void Tell();
}
