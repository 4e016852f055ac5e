namespace FsmKit.Peers.Commit;

/// <summary>A client asks the coordinator to write a value under a key.</summary>
internal sealed class EvWrite((ActorId Client, int Key, int Value) write) : EvOf<(ActorId Client, int Key, int Value)>(write);

/// <summary>A client asks for the value of a key.</summary>
internal sealed class EvRead((ActorId Client, int Key) read) : EvOf<(ActorId Client, int Key)>(read);

/// <summary>Whether the write was committed.</summary>
internal sealed class EvWritten(bool isCommitted) : EvOf<bool>(isCommitted);

/// <summary>The value of a key.</summary>
internal sealed class EvValue(int value) : EvOf<int>(value);

/// <summary>The coordinator asks a participant whether it can commit.</summary>
internal sealed class EvPrepare((int Transaction, int Key, int Value) write) : EvOf<(int Transaction, int Key, int Value)>(write);

/// <summary>A participant's answer.</summary>
internal sealed class EvVote((int Transaction, bool IsYes) vote) : EvOf<(int Transaction, bool IsYes)>(vote);

/// <summary>All have said yes.</summary>
internal sealed class EvCommit(int transaction) : EvOf<int>(transaction);

/// <summary>A participant has said no.</summary>
internal sealed class EvRollBack(int transaction) : EvOf<int>(transaction);
