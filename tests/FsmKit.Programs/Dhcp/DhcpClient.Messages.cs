namespace FsmKit.Programs.Dhcp;

/// <content>Messages of the client, and its timers.</content>
public sealed partial class DhcpClient
{
    private bool MayRetry() => _requests < MaxRequests;

    private void AcDiscover() => Publish(new EvDiscover());

    private void AcSelect(in EvOffer e)
    {
        _offer = e;
        _requests = 0;
        AcRequest();
    }

    private void AcRequest()
    {
        _requests++;
        Publish(new EvRequest(_offer.Address, _offer.Server));
    }

    private void AcReboot() => Publish(new EvRequest(KnownAddress!, null));

    private void AcRenew() => Publish(new EvRequest(_lease.Address, _lease.Server));

    private void AcRebind() => Publish(new EvRequest(_lease.Address, null));

    private void AcDecline(in EvAck e) => Publish(new EvDecline(e.Lease.Address));

    private void AcBind(in EvAck e)
    {
        _lease = e.Lease;
        StartTimer(_lease.T1, new EvT1Expired());
        StartTimer(_lease.T2, new EvT2Expired());
        StartTimer(_lease.Duration, new EvLeaseExpired());
        Publish(new EvConfigured(_lease));
    }

    private void AcHalt()
    {
        StopTimer<EvT1Expired>();
        StopTimer<EvT2Expired>();
        StopTimer<EvLeaseExpired>();
        Publish(new EvHalted());
    }
}
