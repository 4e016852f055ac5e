namespace FsmKit.Programs.Phone;

/// <summary>The user dials a number.</summary>
public readonly record struct EvDial(string Number);

/// <summary>The user takes a call.</summary>
public readonly record struct EvAnswer;

/// <summary>The user ends the call, or does not take it.</summary>
public readonly record struct EvHangUp;

/// <summary>The user puts the call on hold.</summary>
public readonly record struct EvHold;

/// <summary>The user goes on with the call.</summary>
public readonly record struct EvResume;

/// <summary>A call comes in.</summary>
public readonly record struct EvIncomingCall(string Number);

/// <summary>The phone of the other rings.</summary>
public readonly record struct EvRemoteRings;

/// <summary>The other has taken the call.</summary>
public readonly record struct EvRemoteAnswered;

/// <summary>The other phone is busy.</summary>
public readonly record struct EvRemoteBusy;

/// <summary>The other has hung up.</summary>
public readonly record struct EvRemoteHungUp;

/// <summary>The network is to get a signal.</summary>
public readonly record struct EvSignal(string Text);

/// <summary>The bell is to ring, or to be silent.</summary>
public readonly record struct EvBell(bool IsOn);

/// <summary>The tone in the ear: dial, ringback, busy, or none.</summary>
public readonly record struct EvTone(string Name);

/// <summary>The call has ended, after it was connected for so long.</summary>
public readonly record struct EvCallEnded(TimeSpan Duration);
