using System.Net;

namespace FsmKit.Programs.Dhcp;

/// <summary>Lease that a DHCPACK grants.</summary>
public readonly record struct Lease(IPAddress Address, IPAddress Server, TimeSpan Duration)
{
    /// <summary>Time after which the client asks its server for more.</summary>
    public TimeSpan T1 => Duration * 0.5;

    /// <summary>Time after which the client asks any server for more.</summary>
    public TimeSpan T2 => Duration * 0.875;
}

/// <summary>DHCPOFFER has come.</summary>
public readonly record struct EvOffer(IPAddress Address, IPAddress Server);

/// <summary>DHCPACK has come.</summary>
public readonly record struct EvAck(Lease Lease);

/// <summary>DHCPNAK has come.</summary>
public readonly record struct EvNak;

/// <summary>Half of the lease is over.</summary>
public readonly record struct EvT1Expired;

/// <summary>Seven eighths of the lease are over.</summary>
public readonly record struct EvT2Expired;

/// <summary>The lease is over.</summary>
public readonly record struct EvLeaseExpired;

/// <summary>DHCPDISCOVER is to be broadcast.</summary>
public readonly record struct EvDiscover;

/// <summary>DHCPREQUEST is to be sent, to a server or, without one, to all.</summary>
public readonly record struct EvRequest(IPAddress Address, IPAddress? Server);

/// <summary>DHCPDECLINE is to be sent.</summary>
public readonly record struct EvDecline(IPAddress Address);

/// <summary>The interface is to have the address from now on.</summary>
public readonly record struct EvConfigured(Lease Lease);

/// <summary>The interface is to have no address any more.</summary>
public readonly record struct EvHalted;
