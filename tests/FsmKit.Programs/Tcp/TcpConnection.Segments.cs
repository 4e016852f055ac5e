namespace FsmKit.Programs.Tcp;

/// <content>Received segments, and the answers to them.</content>
public sealed partial class TcpConnection
{
    private static bool IsRst(in EvSegment e) => e.Control.HasFlag(Control.Rst);

    private static bool IsSyn(in EvSegment e) => !IsRst(e) && e.Control.HasFlag(Control.Syn);

    private static bool IsAck(in EvSegment e) => !IsRst(e) && e.Control.HasFlag(Control.Ack);

    private static bool IsFin(in EvSegment e) => !IsRst(e) && e.Control.HasFlag(Control.Fin);

    private static bool HasData(in EvSegment e) => !IsRst(e) && e.Length > 0;

    private bool IsAckOfAll(in EvSegment e) => IsAck(e) && e.Ack == _sndNxt;

    private bool IsSynAckOfSyn(in EvSegment e) => IsSyn(e) && IsAckOfAll(e);

    private bool IsRstOfSyn(in EvSegment e) => IsRst(e) && e.Control.HasFlag(Control.Ack) && e.Ack == _sndNxt;

    private bool IsRstOfPassive(in EvSegment e) => _isPassive && IsRst(e);

    private void AcListen() => _isPassive = true;

    private void AcSendSyn()
    {
        _isPassive = false;
        _sndNxt = Iss;
        Transmit(Control.Syn);
    }

    private void AcSendSynAck(in EvSegment e)
    {
        _rcvNxt = e.Seq + 1;
        _sndNxt = Iss;
        Transmit(Control.Syn | Control.Ack);
    }

    private void AcEstablish(in EvSegment e)
    {
        _rcvNxt = e.Seq + 1;
        Transmit(Control.Ack);
        AcTellEstablished();
    }

    private void AcEstablishPassive(in EvSegment e)
    {
        AcTellEstablished();
        AcGoOn(e);
    }

    // The acknowledgement may carry data or a FIN: "continue processing in that state".
    private void AcGoOn(in EvSegment e) => Raise(e);

    private void AcTellEstablished() => Publish(new EvEstablished());

    private void AcTellReset() => Publish(new EvConnectionReset());

    private void AcRejectSegment(in EvSegment e) => Publish(new EvTransmit(Control.Rst, e.Ack, 0, 0));

    private void AcReceive(in EvSegment e)
    {
        _rcvNxt = e.Seq + (uint)e.Length;
        Transmit(Control.Ack);
        Publish(new EvReceived(e.Length));
    }

    private void AcPeerCloses(in EvSegment e)
    {
        _rcvNxt = e.Seq + (uint)e.Length + 1;
        Transmit(Control.Ack);
        if (e.Length > 0)
        {
            Publish(new EvReceived(e.Length));
        }

        Publish(new EvPeerClosed());
    }

    private void AcAcknowledge() => Transmit(Control.Ack);

    private void AcSend(in EvSend e) => Transmit(Control.Ack, e.Length);

    private void AcSendFin() => Transmit(Control.Fin | Control.Ack);

    private void AcSendRst() => Transmit(Control.Rst);

    private void Transmit(Control control, int length = 0)
    {
        Publish(new EvTransmit(control, _sndNxt, _rcvNxt, length));
        _sndNxt += (uint)length + ((control & (Control.Syn | Control.Fin)) == 0 ? 0u : 1u);
    }
}
