using System.Net;

namespace FsmKit.Net;

/// <summary>State of a connecting gsock, in an object of its own: accepted gsocks, of which there may be thousands, save its memory.</summary>
internal sealed class Attempts
{
    public Func<GSock, (string Host, int Port)>? NextDestination { get; set; }

    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolver { get; set; }

    /// <summary>Number of the current attempt; an answer of the name service with another number is out of date.</summary>
    public int Number { get; set; }

    public PortsInTurn? Ports { get; set; }

    public ConnectRace? Race { get; set; }
}
