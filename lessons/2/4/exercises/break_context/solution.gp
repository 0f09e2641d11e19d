step G1
inject skip cancel ctx
