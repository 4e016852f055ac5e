namespace FsmKit.Net;

/// <content>Start, and switching off and on.</content>
public sealed partial class GConnex
{
    private bool _isOff;

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (!Disabled && Destination.Host is null)
        {
            throw new GObjException($"{this} has no destination to connect to: set Destinations, or create it Disabled.");
        }

        SslOptions?.CheckClient(Logger);
        Apply(ConnectedEventName);
        Apply(DisconnectedEventName);
        Apply(TransmitReadyEventName);
        Apply(RxDataEventName);
        Gsock = NewGsock();
        if (_isOff)
        {
            ChangeState(State.Disabled);
        }
    }

    /// <inheritdoc/>
    protected override bool IsPart(GObj child) => child is GSock;

    private GSock NewGsock()
    {
        var gsock = Create<GSock>("gsock", gsock =>
        {
            ConfigureGsock?.Invoke(gsock);
            gsock.ConnectTimeout = TimeSpan.Zero;
        });

        // A setting for all gsocks may suppress an event that the connex needs.
        gsock.EnsureSubscribed<EvConnected>(this);
        gsock.EnsureSubscribed<EvDisconnected>(this);
        gsock.EnsureSubscribed<EvTransmitReady>(this);
        gsock.EnsureSubscribed<EvRxData>(this);
        return gsock;
    }

    private bool IsDisabled() => _isOff;

    /// <summary>Sends EvEnable or EvDisable when the parameter changes; before the start, only stores the value.</summary>
    private bool Switch(bool disabled)
    {
        var isChange = disabled != _isOff;
        _isOff = disabled;
        if (isChange && Parent is not null)
        {
            if (disabled)
            {
                this.Send(new EvDisable());
            }
            else
            {
                this.Send(new EvEnable());
            }
        }

        return disabled;
    }

    private void AcDisable() => SetDisabled(true);

    private void AcDisableAndDrop()
    {
        SetDisabled(true);
        AcDrop();
    }

    private void AcEnable() => SetDisabled(false);

    private void AcEnableAgain()
    {
        SetDisabled(false);
        _hurry = true;
    }

    private void SetDisabled(bool value)
    {
        _isOff = value;
        Disabled = value;
    }
}
