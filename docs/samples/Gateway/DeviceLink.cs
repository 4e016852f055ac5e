using System.Globalization;
using System.Text;
using FsmKit;
using FsmKit.Net;

namespace GatewaySample;

/// <summary>The conversation with a device over one connection: <c>hello NAME</c>, then <c>t VALUE</c> for each reading.</summary>
[GClass]
[Input<EvConnected>, Input<EvFrame>, Input<EvSwitch>]
[Ignore<EvConnected>]
public sealed partial class DeviceLink : GObj, ISession
{
    private Device? _device;

    /// <summary>The connection. This gobj ends with its connection.</summary>
    public GSock Gsock { get; set; } = null!;

    /// <summary>The devices.</summary>
    public Gateway Gateway { get; set; } = null!;

    private enum State : byte
    {
        /// <summary>The device has not sent its name. The limit is ten seconds.</summary>
        [On<EvFrame>(nameof(AcAttach), Next = Known, When = nameof(IsHello))]
        [On<EvFrame>(nameof(HangUp))]
        [After(10_000, nameof(HangUp))]
        [Refuse<EvSwitch>]
        Unknown,

        /// <summary>Readings come, switches go.</summary>
        [On<EvFrame>(nameof(AcRead), When = nameof(IsReading))]
        [On<EvFrame>(nameof(HangUp))]
        [On<EvSwitch>(nameof(AcSwitch))]
        Known,
    }

    /// <summary>Resets the connection: the line is malformed, no name came in time, or another connection replaces this one.</summary>
    public void HangUp() => Send(Gsock, new EvDrop(Resets: true));

    /// <inheritdoc/>
    protected override void GoOut() => _device?.Send(new EvDetached(this));

    private static bool IsHello(in EvFrame e) => e.Data.StartsWith("hello "u8) && e.Data.Length is > 6 and <= 70;

    private static bool IsReading(in EvFrame e) => e.Data.StartsWith("t "u8) && double.TryParse(e.Data[2..], NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private void AcAttach(in EvFrame e)
    {
        _device = Gateway.Find(Encoding.UTF8.GetString(e.Data[6..]));
        _device.Send(new EvAttached(this));
    }

    private void AcRead(in EvFrame e) => Send(_device!, new EvReading(double.Parse(e.Data[2..], NumberStyles.Float, CultureInfo.InvariantCulture)));

    private void AcSwitch(in EvSwitch e) => Send(Gsock, new EvSendData(e.IsOn ? "heat on\n"u8 : "heat off\n"u8));
}
