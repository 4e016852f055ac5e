using FsmKit;

namespace GatewaySample;

/// <summary>A device, connected or not: a thermostat whose heater the gateway switches. A device outlives its connections.</summary>
[GClass]
[Input<EvAttached>, Input<EvDetached>, Input<EvReading>]
public sealed partial class Device : GObj
{
    private DeviceLink? _link;

    /// <summary>Below this temperature in °C the heater is switched on. Default 19. A change of the settings counts at once.</summary>
    [Parameter(Reload = true)]
    public partial double Low { get; set; } = 19;

    /// <summary>Above this temperature in °C the heater is switched off. Default 21. A change of the settings counts at once.</summary>
    [Parameter(Reload = true)]
    public partial double High { get; set; } = 21;

    /// <summary>Time without a reading after which a connected device counts as silent. Default 30 s.</summary>
    [Parameter]
    public partial TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The last reading in °C; NaN before the first one.</summary>
    public double Temperature { get; private set; } = double.NaN;

    private enum State : byte
    {
        /// <summary>There is no connection.</summary>
        [On<EvAttached>(nameof(AcAttach), Next = Online)]
        [Ignore<EvDetached>]
        [Refuse<EvReading>]
        Offline,

        /// <summary>The device is connected. A second connection replaces the first one, whose end is then no news.</summary>
        [On<EvAttached>(nameof(AcReplace), Next = Online)]
        [On<EvDetached>(nameof(AcDetach), Next = Offline, When = nameof(IsPresent))]
        [Ignore<EvDetached>]
        Online,

        /// <summary>Readings come.</summary>
        [Inside(Online)]
        [On<EvReading>(nameof(AcHeat), Next = Talking)]
        [After(nameof(Patience), nameof(AcComplain), Next = Silent)]
        Talking,

        /// <summary>The device is connected, and readings are missing.</summary>
        [Inside(Online)]
        [On<EvReading>(nameof(AcHeat), Next = Talking)]
        Silent,
    }

    private bool IsPresent(in EvDetached e) => e.Link == _link;

    private void AcAttach(in EvAttached e)
    {
        _link = e.Link;
        GatewayMeter.Online.Add(1);
    }

    private void AcReplace(in EvAttached e)
    {
        _link!.HangUp();
        _link = e.Link;
    }

    private void AcDetach()
    {
        _link = null;
        GatewayMeter.Online.Add(-1);
    }

    private void AcHeat(in EvReading e)
    {
        Temperature = e.Value;
        GatewayMeter.Readings.Add(1);
        if (e.Value < Low)
        {
            _link!.Send(new EvSwitch(IsOn: true));
        }
        else if (e.Value > High)
        {
            _link!.Send(new EvSwitch(IsOn: false));
        }
    }

    private void AcComplain() => GatewayMeter.Silences.Add(1);
}
