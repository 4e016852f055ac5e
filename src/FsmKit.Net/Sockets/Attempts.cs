using System.Net;

namespace FsmKit.Net;

/// <summary>What a gsock needs to connect. An accepted one, of which there are thousands, has none of it.</summary>
internal sealed class Attempts
{
    public Func<GSock, (string Host, int Port)>? NextDestination { get; set; }

    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolver { get; set; }

    /// <summary>Which attempt it is: an answer of the name service to another one is late.</summary>
    public int Number { get; set; }

    public PortsInTurn? Ports { get; set; }

    public ConnectRace? Race { get; set; }
}
