using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Restoring;

/// <summary>Moment of a schedule to which its world can be set back.</summary>
/// <param name="At">Number of choices before this moment.</param>
/// <param name="Kept">Number of choices in the record.</param>
/// <param name="Division">Division of the world; null when the world was one part.</param>
/// <param name="Parts">Copies of the parts.</param>
/// <param name="Digests">Their digests.</param>
/// <param name="Own">Copy of the world itself and its clock; null when the only part contains both.</param>
internal sealed record Level(int At, ChoiceCounts Kept, Division? Division, Part[] Parts, ulong[] Digests, Part? Own);
