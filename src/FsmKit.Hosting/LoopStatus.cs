namespace FsmKit.Hosting;

/// <summary>Condition of a hosted loop.</summary>
public enum LoopStatus : byte
{
    /// <summary>The host has not started the loop yet, or has stopped it, or the loop has ended itself.</summary>
    Stopped,

    /// <summary>The loop is started for the first time, and its gobjs are being created.</summary>
    Starting,

    /// <summary>The loop runs.</summary>
    Running,

    /// <summary>The host stops, and the gobjs finish their work. The loop still runs.</summary>
    Draining,

    /// <summary>The loop has crashed. It pauses, and then creates its gobjs again.</summary>
    Restarting,

    /// <summary>The loop has crashed, and stops the host.</summary>
    Crashed,
}
