namespace FsmKit.Testing.Tests.Systems.Peterson;

/// <summary>Post of a process to itself, so that the schedule chooses the moment to begin.</summary>
public readonly record struct EvBegin;

/// <summary>A process writes a register.</summary>
public readonly record struct EvWrite(Process Process, Register Register, int Value);

/// <summary>A process reads a register.</summary>
public readonly record struct EvRead(Process Process, Register Register);

/// <summary>The register has the value.</summary>
public readonly record struct EvWritten;

/// <summary>The value of the register.</summary>
public readonly record struct EvValue(int Value);

/// <summary>The process has left its critical section.</summary>
public readonly record struct EvLeave;
