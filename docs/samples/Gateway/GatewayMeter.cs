using System.Diagnostics.Metrics;

namespace GatewaySample;

/// <summary>Metrics of the gateway, for <c>dotnet-counters monitor -n Gateway --counters Gateway</c> and for OpenTelemetry.</summary>
internal static class GatewayMeter
{
    private static readonly Meter Meter = new("Gateway");

    /// <summary>Number of connected devices.</summary>
    public static UpDownCounter<int> Online { get; } = Meter.CreateUpDownCounter<int>("gateway.devices.online");

    /// <summary>Number of readings.</summary>
    public static Counter<long> Readings { get; } = Meter.CreateCounter<long>("gateway.readings");

    /// <summary>Number of times that a connected device has fallen silent.</summary>
    public static Counter<long> Silences { get; } = Meter.CreateCounter<long>("gateway.silences");
}
